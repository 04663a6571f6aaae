import { itOnRedis, testRedis } from './support/redis';
import { YEAR_TAKES_MS, simulatedYear } from './support/simulated-year';

itOnRedis(
  'a simulated year of the example sends exactly the golden list, with the queues in Redis',
  async () => {
    const redis = await testRedis();
    try {
      const { sent, golden } = await simulatedYear({ kind: 'REDIS', url: redis.url, prefix: redis.prefix });
      expect(sent).toBe(golden);
    } finally {
      await redis.stop();
    }
  },
  YEAR_TAKES_MS,
);
