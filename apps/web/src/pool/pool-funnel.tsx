import '../style/pool.css';
import type { Answer } from '../api/client';
import { percentOfBp, shortEuros, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Chart } from '../ui/figures';
import { Table } from '../ui/table';
import { definitions } from '../words/definitions';
import { labels } from '../words/labels';
import { words } from '../words/words';

type Step = Answer<'FunnelStepAnswer'>;

const texts = words({
  nl: {
    title: (year: number) => `De pool in ${year}, van afspraak tot resultaat`,
    description: (text: string) => `Balken van boven naar beneden. ${text}.`,
    step: 'Stap',
    amount: 'Bedrag',
    part: 'Deel van de pool',
    meaning: 'Betekenis',
    hidden: 'niet te zien',
    of: (part: string) => `${part} van de pool`,
  },
  en: {
    title: (year: number) => `The pool in ${year}, from agreement to result`,
    description: (text: string) => `Bars from top to bottom. ${text}.`,
    step: 'Step',
    amount: 'Amount',
    part: 'Part of the pool',
    meaning: 'Meaning',
    hidden: 'not shown',
    of: (part: string) => `${part} of the pool`,
  },
});

const WIDTH = 620;
const ROW = 58;
const BAR = 26;

/** What of the pool of EUR 130 million is registered, planned, claimed, verified and realised: bars on one scale. */
export function PoolFunnel({ year, steps }: { readonly year: number; readonly steps: readonly Step[] }) {
  const t = useWords(texts);
  const language = useLanguage();
  const names = labels[language].funnelStage;
  const largest = Math.max(...steps.map(({ cents }) => cents ?? 0), 1);
  const widthOf = (cents: number) => Math.max((cents / largest) * WIDTH, 3);
  const said = steps.map(
    ({ stage, cents }) => `${names[stage]}: ${cents === null ? t.hidden : shortEuros(language, cents)}`,
  );
  return (
    <Chart
      title={t.title(year)}
      description={t.description(said.join(', '))}
      width={WIDTH}
      height={steps.length * ROW}
      table={
        <Table
          caption={t.title(year)}
          rows={steps}
          rowKey={({ stage }) => stage}
          columns={[
            { key: 'step', head: t.step, names: true, cell: ({ stage }) => names[stage] },
            { key: 'amount', head: t.amount, number: true, cell: ({ cents }) => wholeEuros(language, cents) },
            {
              key: 'part',
              head: t.part,
              number: true,
              cell: ({ ofReferenceBp }) => percentOfBp(language, ofReferenceBp),
            },
            { key: 'meaning', head: t.meaning, cell: ({ stage }) => definitions[language].funnelStage[stage] },
          ]}
        />
      }
    >
      {steps.map(({ stage, cents, ofReferenceBp }, index) => (
        <g
          key={stage}
          className={`funnel-step funnel-${stage.toLowerCase()}`}
          transform={`translate(0 ${index * ROW})`}
        >
          <text className="funnel-name" x={0} y={18}>
            {names[stage]}
          </text>
          <text className="funnel-amount" x={WIDTH} y={18} textAnchor="end">
            {cents === null ? t.hidden : shortEuros(language, cents)}
            {cents !== null && stage !== 'REFERENCE' && (
              <tspan className="funnel-part">{`  ·  ${t.of(percentOfBp(language, ofReferenceBp))}`}</tspan>
            )}
          </text>
          <rect className="funnel-ground" x={0} y={24} width={WIDTH} height={BAR} rx={4} />
          {cents !== null && <rect className="funnel-bar" x={0} y={24} width={widthOf(cents)} height={BAR} rx={4} />}
        </g>
      ))}
    </Chart>
  );
}
