import { YEAR_TAKES_MS, simulatedYear } from './support/simulated-year';

it(
  'a simulated year of the example sends exactly the golden list, with the queues in PostgreSQL',
  async () => {
    const { sent, golden } = await simulatedYear();
    expect(sent).toBe(golden);
  },
  YEAR_TAKES_MS,
);
