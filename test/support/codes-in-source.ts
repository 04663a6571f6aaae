import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** One place in the source where an object gets a code. */
export interface CodeInSource {
  /** The code; of a template the text with `*` for what is filled in. */
  readonly code: string;
  /** The names of the params beside it; null where the source puts them together elsewhere. */
  readonly params: readonly string[] | null;
  readonly at: string;
}

const FILE = /\.(html|css|js|json|map|svg)$/;
const SHAPE = /^[a-z*][a-z*-]*(\.[a-z0-9_*-]+)?$/;

/** The files of the product below `folders`, without tests. */
export function filesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.(spec|itest|test|d)\.tsx?$/.test(path))
      .filter((path) => !path.split('/').includes('node_modules'))
      .map((path) => join(ROOT, folder, path)),
  );
}

const parsed = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
  const source =
    parsed.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

function visit(files: readonly string[], look: (node: ts.Node, at: string) => void): void {
  for (const file of files) {
    const walk = (node: ts.Node): void => {
      look(node, relative(ROOT, file));
      node.forEachChild(walk);
    };
    walk(sourceOf(file));
  }
}

/** What an expression can be as text: both arms of a choice, and of a template its pattern. */
function textsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) return [expression.whenTrue, expression.whenFalse].flatMap(textsOf);
  if (ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression)) return textsOf(expression.expression);
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `*${literal.text}`).join('')];
  }
  return [];
}

const nameOf = (node: ts.ObjectLiteralElementLike): string | undefined =>
  node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : undefined;

const propertyOf = (object: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined =>
  object.properties.find((property) => nameOf(property) === name);

/** The names of an object of params; null when not all of them stand in it. */
function paramsIn(value: ts.Expression): string[] | null {
  if (!ts.isObjectLiteralExpression(value)) return null;
  const names = value.properties.map(nameOf);
  return names.every((name) => name !== undefined) ? names : null;
}

function paramsBeside(object: ts.ObjectLiteralExpression): string[] | null {
  const property = propertyOf(object, 'params');
  if (property === undefined) return object.properties.some(ts.isSpreadAssignment) ? null : [];
  return ts.isPropertyAssignment(property) ? paramsIn(property.initializer) : null;
}

/** Every `code: '…'` of the product, with the params beside it. */
export function codesIn(files: readonly string[]): CodeInSource[] {
  const found: CodeInSource[] = [];
  visit(files, (node, at) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const property = propertyOf(node, 'code');
    if (!property || !ts.isPropertyAssignment(property)) return;
    const codes = textsOf(property.initializer).filter((code) => SHAPE.test(code));
    found.push(...codes.map((code) => ({ code, params: paramsBeside(node), at })));
  });
  return found;
}

/** Every text in the files that looks like a code, wherever it stands; also the patterns of templates. */
export function textsLikeCodes(files: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  visit(files, (node, at) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
    for (const text of textsOf(node))
      if (SHAPE.test(text) && /[a-z]\.|\.[a-z]/.test(text) && !FILE.test(text)) found.set(text, at);
  });
  return found;
}

/** The texts that a property with one of these names gets, in any object. */
export function textsOfProperties(files: readonly string[], ...names: string[]): string[] {
  const found = new Set<string>();
  visit(files, (node) => {
    if (!ts.isPropertyAssignment(node) || !names.includes(nameOf(node) ?? '')) return;
    textsOf(node.initializer).forEach((text) => found.add(text));
  });
  return [...found];
}

/** An expression without what is only said of its type. */
const bare = (value: ts.Expression): ts.Expression =>
  ts.isAsExpression(value) || ts.isSatisfiesExpression(value) ? bare(value.expression) : value;

/** The values of a constant list or the keys of a constant object, by its name, as its source has them. */
export function constantIn(file: string, name: string): string[] {
  const found: string[] = [];
  visit([join(ROOT, file)], (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || !node.initializer) return;
    const value = bare(node.initializer);
    if (ts.isArrayLiteralExpression(value)) found.push(...value.elements.flatMap(textsOf));
    if (ts.isObjectLiteralExpression(value)) found.push(...value.properties.map((property) => nameOf(property) ?? ''));
  });
  return found;
}
