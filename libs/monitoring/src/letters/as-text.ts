import { wrap } from './clean';
import type { Letter, Link, ToldMatter } from './told';

/** The mark before each matter, by which `renderPlain` finds them. */
export const MATTER = '* ';
/** What the other lines of its title begin with, and of no sentence. */
export const TITLE = '    ';
export const MEMBER = '  - ';

/** A letter as plain text, in lines of at most 78 characters; a link has a line of its own. */
export function asText(letter: Letter): string {
  const paragraphs = [
    letter.greeting,
    ...letter.opening.map((one) => wrap(one)),
    ...letter.sections.flatMap(({ heading, matters }) => [
      ...(heading === '' ? [] : [underlined(heading)]),
      ...matters.map(matterText),
    ]),
    ...(letter.more === null
      ? []
      : [
          underlined(letter.more.heading),
          letter.more.lines.map((line) => wrap(line, { first: '- ', other: '  ' })).join('\n'),
        ]),
    ...(letter.stillOpen === '' ? [] : [wrap(letter.stillOpen)]),
    ...(letter.toMore === null ? [] : [linked(letter.toMore)]),
    wrap(letter.question),
    `${letter.regards}\n${letter.sender}`,
    ['-- ', ...letter.footer.map((one) => wrap(one)), linked(letter.allWork)].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const linked = ({ text, url }: Link): string => `${text}:\n${url}`;
const underlined = (heading: string): string => `${heading}\n${'-'.repeat([...heading].length)}`;

function matterText({ title, when, sentences, links, members, rest }: ToldMatter): string {
  const inside = (text: string) => wrap(text, { first: '  ' });
  const places = [
    ...links.map(({ text, url }) => `${inside(`${text}:`)}\n  ${url}`),
    ...members.map(({ text, links: of }) =>
      [wrap(`${text}:`, { first: MEMBER, other: TITLE }), ...of.map(({ url }) => `${TITLE}${url}`)].join('\n'),
    ),
  ];
  return [
    wrap(title, { first: MATTER, other: TITLE }),
    ...(when === '' ? [] : [inside(when)]),
    ...(sentences === '' ? [] : [inside(sentences)]),
    ...places,
    ...(rest === '' ? [] : [inside(rest)]),
  ].join('\n');
}
