import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const THEME = /voorbeeld-design-tokens[\\/]dist[\\/]theme\.css$/;
const IMPORT = /@import\s+(?:url\()?['"]([^'"]+)['"]\)?/g;

/**
 * Leaves out the design tokens that no style sheet of ours asks for: of some 3,500 tokens of the theme we use about one
 * in six, and everybody would wait for the rest. What is used is followed through the tokens that refer to each other.
 * @returns {import('vite').Plugin}
 */
export function usedTokens() {
  let packages = '';
  return {
    name: 'used-tokens',
    enforce: 'pre',
    configResolved: ({ root }) => {
      packages = resolve(root, '../../node_modules');
    },
    load(id) {
      if (!THEME.test(id)) return null;
      // All of them: an area's sheet is fetched with its page, and stands on the same tokens.
      const folder = join(packages, '../apps/web/src/style');
      const sheets = readdirSync(folder).map((name) => withImports(join(folder, name), packages));
      return onlyUsed(readFileSync(id, 'utf8'), sheets.join('\n'));
    },
  };
}

/** The text of a style sheet and of all that it imports, the theme itself left out. */
function withImports(file, packages) {
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(IMPORT)].map(([, name]) =>
    name.startsWith('.') ? resolve(dirname(file), name) : join(packages, name),
  );
  return [text, ...imported.map((name) => withImports(name, packages))].join('\n');
}

/** The theme with the tokens that `css` asks for, directly or through other tokens. */
export function onlyUsed(theme, css) {
  const declared = new Map([...theme.matchAll(/^\s+(--[\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name, value]));
  const needed = new Set();
  const ask = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (needed.has(name) || !declared.has(name)) continue;
      needed.add(name);
      ask(declared.get(name));
    }
  };
  ask(css);
  const lines = [...needed].map((name) => `  ${name}: ${declared.get(name)};`);
  return `.voorbeeld-theme {\n${lines.join('\n')}\n}\n`;
}
