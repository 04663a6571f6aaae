import { escapeHtml } from './clean';
import type { Letter, Link, Member, ToldMatter } from './told';
import type { Language } from './types';

// No colours, no fonts, no pictures: the mail program's own are readable by day and by night, and nothing is fetched from
// anywhere when somebody opens the mail. Widths are at most, so that a phone is wide enough.
const PAGE =
  'max-width:600px;margin:0 auto;padding:16px;font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:break-word;word-wrap:break-word';
const H1 = 'font-size:22px;line-height:1.3;margin:0 0 16px';
const H2 = 'font-size:19px;line-height:1.3;margin:28px 0 8px';
const H3 = 'font-size:16px;line-height:1.4;margin:0';
const TEXT = 'margin:0 0 12px';
const LIST = 'margin:0;padding:0 0 0 20px';
const ITEM = 'margin:0 0 16px';
const SMALL = 'font-size:14px;margin:0 0 8px';

/** A letter as HTML that stands on its own. */
export function asHtml(letter: Letter, language: Language): string {
  const { sections, more, stillOpen, toMore } = letter;
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(letter.subject)}</title>`,
    '</head>',
    '<body style="margin:0;padding:0">',
    `<div lang="${language}" style="${PAGE}">`,
    `<h1 style="${H1}">${escapeHtml(letter.title)}</h1>`,
    paragraph(letter.greeting),
    ...letter.opening.map(paragraph),
    ...sections.flatMap(({ heading, matters }) =>
      heading === ''
        ? matters.map((one) => matterHtml(one, 'h2', 'div'))
        : [heading2(heading), list(matters.map((one) => matterHtml(one, 'h3', 'li')))],
    ),
    ...(more === null
      ? []
      : [heading2(more.heading), list(more.lines.map((line) => `<li style="margin:0">${escapeHtml(line)}</li>`))]),
    ...(stillOpen === '' ? [] : [paragraph(stillOpen)]),
    ...(toMore === null ? [] : [`<p style="margin:16px 0 28px">${anchor(toMore)}</p>`]),
    paragraph(letter.question),
    `<p style="${TEXT}">${escapeHtml(letter.regards)}<br>${escapeHtml(letter.sender)}</p>`,
    '<hr>',
    ...letter.footer.map((line) => `<p style="${SMALL}">${escapeHtml(line)}</p>`),
    `<p style="${SMALL}">${anchor(letter.allWork)}</p>`,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const paragraph = (text: string): string => `<p style="${TEXT}">${escapeHtml(text)}</p>`;
const heading2 = (text: string): string => `<h2 style="${H2}">${escapeHtml(text)}</h2>`;
const list = (items: readonly string[]): string => `<ul style="${LIST}">\n${items.join('\n')}\n</ul>`;
const anchor = ({ text, url }: Link): string => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

/** One link has the name of the member; several stand below it. */
const memberHtml = ({ text, links }: Member): string =>
  links.length === 1
    ? links.map(({ url }) => anchor({ text, url })).join('')
    : [escapeHtml(text), ...links.map(anchor)].join('<br>');

/** @param level the heading below the one that stands above it */
function matterHtml(
  { title, when, sentences, links, members, rest }: ToldMatter,
  level: 'h2' | 'h3',
  part: 'div' | 'li',
): string {
  const inside = (text: string) => (text === '' ? '' : `<p style="margin:0">${text}</p>`);
  const linked = [
    inside(links.map(anchor).join('<br>')),
    members.length === 0 ? '' : list(members.map((one) => `<li style="margin:0">${memberHtml(one)}</li>`)),
  ];
  return [
    `<${part} style="${ITEM}">`,
    `<${level} style="${H3}">${escapeHtml(title)}</${level}>`,
    inside(escapeHtml(when)),
    inside(escapeHtml(sentences)),
    ...linked,
    inside(escapeHtml(rest)),
    `</${part}>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}
