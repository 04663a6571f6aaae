import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { THE_PRODUCT, AppError } from '@sr/kernel';
import { startEmbeddedPostgres } from '../apps/standalone/src/postgres/embedded-postgres';
import { openProduct } from '../apps/standalone/src/product/product';
import { emptyProduct } from '../apps/standalone/src/replay/replay';
import { createProductDatabase } from '../apps/standalone/src/postgres/embedded-postgres';
import { Given } from './support/given';

/** A disk of this size holds the server and little more. */
const DISK = '120m';

/** A small disk of its own, or null where this user may not make one. */
function smallDisk(): { folder: string; remove(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'sr-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=755`, 'tmpfs', folder]).status === 0;
  const remove = (): void => {
    if (mounted) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  if (mounted) return { folder, remove };
  remove();
  return null;
}

/** Writes until nothing fits any more. */
function fill(file: string): void {
  const out = openSync(file, 'w');
  const blocks = [Buffer.alloc(1 << 20), Buffer.alloc(4096)];
  for (const block of blocks) {
    try {
      for (;;) writeSync(out, block);
    } catch {
      continue;
    }
  }
  closeSync(out);
}

const disk = smallDisk();
if (!disk) console.warn('NOT RUN: a full disk (this user may not make a small one)');
const onSmallDisk = disk ? it : it.skip;

describe('a full disk', () => {
  afterAll(() => disk?.remove());

  onSmallDisk('is told, keeps nothing half-written, and is over when there is room again', async () => {
    const dataFolder = join(disk?.folder ?? '', 'postgres');
    const settings = { min_wal_size: '32MB', max_wal_size: '32MB', shared_buffers: '16MB' };
    const start = () => startEmbeddedPostgres({ dataFolder, durable: true, settings });
    const server = await start();
    const product = await emptyProduct(server, 'small');
    const given = new Given(product);
    const plan = await given.plan([await given.contract(100_000_000), await given.contract(50_000_000)]);
    const claims = await Promise.all(Array.from({ length: 200 }, () => given.purchase(plan, 1_000)));
    const batches = Array.from({ length: 20 }, (_, index) => claims.slice(index * 10, index * 10 + 10));

    const filler = join(disk?.folder ?? '', 'filler');
    fill(filler);
    const errors: unknown[] = [];
    // A little still fits in what the server has at hand; sooner or later it needs more.
    for (let round = 0; errors.length === 0 && round < 40; round += 1) {
      for (const batch of batches) await given.accept(...batch).catch((error: unknown) => errors.push(error));
      const more = Array.from({ length: 200 }, () => given.purchase(plan, 1_000));
      const settled = await Promise.allSettled(more);
      errors.push(...settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : [])));
    }
    const heard = errors.filter((error): error is AppError => error instanceof AppError);
    expect(heard.length).toBe(errors.length);
    expect(heard.filter((error) => error.category === 'unavailable').length).toBeGreaterThan(0);

    rmSync(filler);
    await product.close();
    await server.stop();
    const again = await start();
    const { appUrl } = await createProductDatabase(again, 'small');
    const after = await openProduct(appUrl);
    expect(await after.allocation.verifyLedger()).toEqual([]);
    const kept = await after.db.read(THE_PRODUCT, (reader) =>
      after.placements.claims(
        reader,
        claims.map((claim) => claim.id),
      ),
    );
    for (const batch of batches) {
      const statuses = new Set(
        kept.filter((claim) => batch.some(({ id }) => id === claim.id)).map((claim) => claim.status),
      );
      expect(statuses.size).toBe(1);
    }
    await after.close();
    await again.stop();
  });
});
