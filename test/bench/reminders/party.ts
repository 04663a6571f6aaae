import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Task } from './party.process';

/** A process that carries out tasks, one at a time. */
export class Party {
  private readonly child: ChildProcess = fork(join(__dirname, 'party.process.js'), { serialization: 'advanced' });

  /** Has one task done. Not as arguments, which everybody can read: addresses have passwords in them. */
  ask(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`a process of the benchmark ended with ${code}`));
      this.child.once('exit', ended);
      this.child.once('message', (message) => {
        this.child.off('exit', ended);
        const answer = message as Answer;
        if (answer.error === undefined) resolve(answer);
        else reject(new Error(`${task.do}: ${answer.error}`));
      });
      this.child.send(task);
    });
  }

  close(): void {
    if (this.child.connected) this.child.disconnect();
  }
}
