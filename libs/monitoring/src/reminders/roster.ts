import { Injectable } from '@nestjs/common';
import { PeopleService } from '@sr/identity';
import type { Reader } from '@sr/platform';
import { directoryOf, type Directory } from '../domain/recipients';
import { stalePeople } from '../persistence/digest.store';
import { workerOf } from '../work/worker-of';

/** Who can be written to. */
@Injectable()
export class Roster {
  constructor(private readonly people: PeopleService) {}

  /** Everybody who takes part today and whose address works: what was meant for another goes to the next in line. */
  async today(product: Reader): Promise<Directory> {
    const stale = await stalePeople(product);
    const people = await this.people.directory(product);
    return directoryOf(people.map((person) => ({ ...workerOf(person), reachable: !stale.has(person.id) })));
  }
}
