import type { FigureDefinition } from './impact-reports.dto';

/** What has to be read beside the figures of a year, so that nobody takes them for something else. */
export const DEFINITIONS: readonly FigureDefinition[] = [
  {
    figure: 'imposedCents',
    definition:
      'Amounts of obligations that were awarded in the year, the whole amount at once. Imposed is not outstanding: they are two definitions of the EUR 130 million.',
  },
  {
    figure: 'annualisedCents',
    definition: 'The same amounts, each spread over the days of its term; the part of the year.',
  },
  {
    figure: 'realisedCents',
    definition:
      'Value of accepted claims of periods that end in the year, on obligations. Values are of effort and fictive: a table says how much may count. Nobody pays them; nothing here is spending.',
  },
  {
    figure: 'surplusCents',
    definition: 'Value of accepted claims for which no obligation had room. It counts when there is room again.',
  },
  {
    figure: 'outstandingCents',
    definition: 'What was still to be filled at the end of the year, of obligations that were not settled.',
  },
  {
    figure: 'referenceCents',
    definition:
      'The central government imposes at least EUR 130 million of Social Return a year (Kamerstuk 34 352 nr. 258). A floor, and no target.',
  },
  {
    figure: 'coverageBp',
    definition: 'Imposed over the reference: how complete the register is, not how well it goes.',
  },
  {
    figure: 'jobs',
    definition:
      'One job is 25.5 paid hours a week (banenafspraak). Jobs of a principal are an accounting share of hours, not people who work there; they do not count for the quota of a ministry. This is not the international ratio of social return on investment.',
  },
];
