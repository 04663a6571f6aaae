import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** The names that a package asks for and that stand nowhere where Node would look for them. */
function missingOf(path: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {};
  const folders = path.split('node_modules/').map((_, depth, parts) => parts.slice(0, depth + 1).join('node_modules/'));
  return Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) =>
    [path === '' ? '' : `${path}/`, ...folders].every((folder) => !(`${folder}node_modules/${name}` in packages)),
  );
}

describe('package-lock.json', () => {
  it('names every package of every platform, without which a fresh machine cannot install', () => {
    const missing = Object.keys(packages).flatMap((path) => missingOf(path).map((name) => `${path} asks for ${name}`));
    expect(missing).toEqual([]);
    expect(Object.keys(packages).length).toBeGreaterThan(100);
  });

  it('names no address of a registry', () => {
    expect(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
