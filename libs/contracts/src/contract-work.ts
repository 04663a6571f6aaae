import { Injectable } from '@nestjs/common';
import { Clock, type Reader } from '@sr/platform';
import { waitingContracts, type WaitingContract } from './persistence/waiting.store';

/** On which contracts somebody has something to do. */
@Injectable()
export class ContractWork {
  constructor(private readonly clock: Clock) {}

  /**
   * The contracts in the reader's scope (of `ids` only, if told) whose exemption waits, whose obligation is missing, whose
   * settlement is under way, or whose term is over; at most a thousand, the first to end first.
   */
  waiting(reader: Reader, ids: readonly string[] | null = null): Promise<WaitingContract[]> {
    return waitingContracts(reader, this.clock.today(), ids);
  }
}
