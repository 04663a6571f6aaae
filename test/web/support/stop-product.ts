import { STARTED, type StartedProduct } from './start-product';

/** Stops the product of the run and removes its folder; one that ran already goes on running. */
export default async function stopProduct(): Promise<void> {
  await (globalThis as { [STARTED]?: StartedProduct })[STARTED]?.stop();
}
