import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const TESTS = ['**/*.spec.ts', '**/*.itest.ts', '**/*.e2e-spec.ts', '**/*.web-spec.ts'];

/**
 * A rule of our own: each selector with the sentence that a reader of the report needs. Small rules with a name, since
 * one `no-restricted-syntax` per folder would replace the one above it instead of adding to it.
 */
const ban = (bans) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    Object.fromEntries(
      Object.entries(bans).map(([selector, message]) => [selector, (node) => context.report({ node, message })]),
    ),
});

const CYCLE = 'forwardRef hides a cycle: move what both sides need down, or merge them.';
const STAR = 'Export by name: `export *` widens the face of a library without anyone deciding it.';
const ENV = 'Only config/ reads the environment; everything else receives its settings.';
const CLOCK = 'A rule gives the same answer every time: receive `today` or the random value as an argument.';
const DATE = 'Use LocalDate and its functions: a Date carries a time zone that no rule may depend on.';
const SAVE = 'Use insert or update: save() may cascade to other rows and read before it writes.';
const RELATION = 'Columns only: a relation hides queries and writes. Write the query in the store.';
const HTTP = 'Throw an AppError: only http/ knows status codes.';
const ROUND = 'Use the kernel: money is integer cents, rounded by the functions of kernel/src/money.ts alone.';
const DIVIDE =
  'Divide with timesFraction, floorFraction or divRound of the kernel: their rounding has a name and is exact.';
const FOCUS = 'A test that is skipped, or that skips the others, proves nothing.';
const CONSOLE = 'A library does not write to the terminal: use the logger.';

const sr = {
  rules: {
    'no-forward-ref': ban({
      'ImportSpecifier[imported.name="forwardRef"]': CYCLE,
      'MemberExpression[property.name="forwardRef"]': CYCLE,
    }),
    'no-export-star': ban({ ExportAllDeclaration: STAR }),
    'no-process-env': ban({
      'MemberExpression[object.name="process"][property.name="env"]': ENV,
      'MemberExpression[object.name="process"][property.value="env"]': ENV,
      'MemberExpression[object.property.name="process"][property.name="env"]': ENV,
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]': ENV,
      'ImportDeclaration[source.value=/^(node:)?process$/]': ENV,
    }),
    'no-clock': ban({
      'NewExpression[callee.name="Date"][arguments.length=0]': CLOCK,
      'CallExpression[callee.name="Date"]': CLOCK,
      'MemberExpression[object.name="Date"][property.name="now"]': CLOCK,
      'MemberExpression[object.name="performance"][property.name="now"]': CLOCK,
      'MemberExpression[object.name="Math"][property.name="random"]': CLOCK,
    }),
    'no-date': ban({ 'NewExpression[callee.name="Date"][arguments.length>0]': DATE }),
    'no-save': ban({
      'CallExpression[callee.property.name="save"]': SAVE,
      'CallExpression[callee.property.value="save"]': SAVE,
    }),
    'no-relations': ban({
      'Property[key.name=/^(cascade|eager|lazy|relations)$/]': RELATION,
      'Property[key.value=/^(cascade|eager|lazy|relations)$/]': RELATION,
    }),
    'no-http-exception': ban({
      'ImportDeclaration[source.value="@nestjs/common"] > ImportSpecifier[imported.name=/Exception$/]': HTTP,
      'NewExpression[callee.type="MemberExpression"][callee.property.name=/Exception$/]': HTTP,
    }),
    'no-float-money': ban({
      'Identifier[name="parseFloat"]': ROUND,
      'MemberExpression[property.name="toFixed"]': ROUND,
      'MemberExpression[object.name="Math"][property.name="round"]': ROUND,
    }),
    'no-division': ban({
      'BinaryExpression[operator="/"]': DIVIDE,
      'AssignmentExpression[operator="/="]': DIVIDE,
    }),
    'no-focus-or-skip': ban({
      'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip)$/]': FOCUS,
      // it.only.each(table)(name, …) and it.concurrent.skip(…)
      'CallExpression[callee.object.object.name=/^(describe|it|test)$/][callee.object.property.name=/^(only|skip)$/]':
        FOCUS,
      'CallExpression[callee.object.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip)$/]': FOCUS,
      'CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]': FOCUS,
    }),
    'no-console': ban({ 'MemberExpression[object.name="console"]': CONSOLE }),
  },
};

/** A ban that holds for `files`, except for `ignores`. */
const where = (rule, files, ignores = []) => ({
  name: `sr/${rule}`,
  files,
  ...(ignores.length ? { ignores } : {}),
  rules: { [`sr/${rule}`]: 'error' },
});

const CODE = ['{apps,libs,config,test}/**/*.{ts,tsx}'];
const SCREENS = ['apps/web/src/**/*.{ts,tsx}'];
const PURE = ['libs/*/src/domain/**/*.ts', 'libs/kernel/src/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      ...['**/dist/', '**/node_modules/', '.data/', '**/coverage/', '.jest-cache/'],
      // Written by a program from the description of the API.
      'apps/web/src/api/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { plugins: { sr } },

  {
    name: 'sr/typescript',
    files: CODE,
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-dynamic-delete': 'error',
      // A Nest module is an empty class: its content is the decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowInGenericTypeArguments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-useless-constructor': 'error',
      '@typescript-eslint/prefer-literal-enum-member': 'error',
      // A union by status that gains a member must be met everywhere it is switched on. A default that throws is an answer.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unified-signatures': 'error',
    },
  },
  {
    name: 'sr/tests',
    files: [...TESTS.map((suffix) => `{apps,libs,config,test}/${suffix}`), 'test/support/**/*.ts', 'test/web/**/*.ts'],
    rules: {
      // Bodies of responses and rows of plain SQL are `any`; the assertion on them is the check.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  { ...jsxA11y.flatConfigs.strict, name: 'sr/accessibility', files: SCREENS },
  { ...reactHooks.configs.flat.recommended, name: 'sr/hooks', files: SCREENS },
  {
    name: 'sr/screens',
    files: SCREENS,
    rules: {
      // A problem of the API is thrown as it came: what reads the answers hands it to the screen.
      '@typescript-eslint/only-throw-error': 'off',
      // A part that scrolls sideways has to be reachable with the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
      // It takes every function that reads a ref for one that runs while the screen is drawn.
      'react-hooks/refs': 'off',
    },
  },

  where('no-forward-ref', CODE),
  where('no-export-star', ['libs/**/*.ts']),
  where('no-process-env', ['{apps,libs}/**/*.{ts,tsx}'], TESTS),
  where('no-clock', PURE, TESTS),
  // Calendar arithmetic has to stand on something; it stands there, in UTC, and nowhere else.
  where('no-date', PURE, [...TESTS, 'libs/kernel/src/local-date.ts']),
  where('no-save', ['{apps,libs}/**/*.ts', 'config/**/*.ts', 'test/**/*.ts'], ['apps/web/**']),
  where('no-relations', ['**/*.schema.ts']),
  where('no-http-exception', ['{apps,libs}/**/*.ts'], ['**/http/**']),
  where('no-float-money', ['libs/**/*.ts'], ['libs/kernel/src/money.ts']),
  where('no-division', ['libs/*/src/domain/**/*.ts'], ['libs/kernel/**']),
  where('no-focus-or-skip', TESTS),
  where('no-console', ['libs/**/*.ts'], TESTS),

  {
    name: 'sr/scripts',
    files: ['**/*.{mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      // Whatever Node itself calls global, without a list that ages.
      globals: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly'])),
    },
  },
  {
    name: 'sr/commonjs',
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly', __filename: 'readonly' } },
  },
);
