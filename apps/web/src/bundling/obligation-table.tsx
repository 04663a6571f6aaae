import '../style/bundling.css';
import { day, shortDay, wholeEuros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Link } from '../ui/buttons';
import { Badge } from '../ui/feedback';
import { Table, type Column } from '../ui/table';
import { sayGoal } from '../words/codes';
import { bundlingWords } from './bundling-words';
import { AXIS_WIDTH, timeAxis, type TimeAxis } from './time-axis';
import type { OpenObligation } from './use-obligations';

interface ObligationTableProps {
  readonly obligations: readonly OpenObligation[];
  /** The chosen ones, and what to do when one is pressed; left out where nothing can be chosen. */
  readonly choice?: {
    readonly chosen: readonly OpenObligation[];
    readonly toggle: (obligation: OpenObligation) => void;
  };
}

/** Where the obligation is followed now, as the class of its bar. */
const placeOf = ({ contract, proposedFor }: OpenObligation) =>
  contract.inPlan ? 'planned' : proposedFor === null ? 'loose' : 'waiting';

/** Open obligations on one time axis, each with its amount and where it is followed now. */
export function ObligationTable({ obligations, choice }: ObligationTableProps) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const now = today();
  const axis = timeAxis(
    obligations.map(({ contract }) => contract),
    now,
  );
  const years = axis.years.map(({ year }) => year);
  const columns: Column<OpenObligation>[] = [
    {
      key: 'contract',
      head: t.contract,
      names: true,
      cell: (obligation) => {
        const { id, number, title } = obligation.contract;
        return (
          <span className="bench-contract">
            {choice && obligation.choosable && (
              <input
                type="checkbox"
                className="choice-checkbox row-choice"
                aria-label={t.choose(number)}
                checked={choice.chosen.includes(obligation)}
                onChange={() => choice.toggle(obligation)}
              />
            )}
            <span>
              <Link to={`/contracten/${id}`}>{number}</Link>
              <span className="cell-note">{title}</span>
            </span>
          </span>
        );
      },
    },
    { key: 'principal', head: t.principal, cell: ({ contract }) => contract.principalCode },
    {
      key: 'term',
      head: (
        <>
          <span className="visually-hidden">{t.axis(years[0] ?? 0, years.at(-1) ?? 0, day(language, now))}</span>
          <AxisHead axis={axis} />
        </>
      ),
      cell: (obligation) => <TermCell obligation={obligation} axis={axis} />,
    },
    {
      key: 'amount',
      head: t.obligation,
      number: true,
      cell: ({ contract: { obligation } }) =>
        obligation?.goalUnit
          ? sayGoal(language, obligation.goal, obligation.goalUnit)
          : wholeEuros(language, obligation?.amountCents),
    },
    {
      key: 'left',
      head: t.left,
      number: true,
      cell: ({ remainingCents }) => remainingCents !== null && wholeEuros(language, remainingCents),
    },
    {
      key: 'place',
      head: t.place,
      cell: ({ plan, proposedFor }) => (
        <span className="bench-place">
          {plan ? (
            <Link to={`/plannen/${plan.planId}`}>{plan.planName}</Link>
          ) : (
            !proposedFor && <span>{t.inNoPlan}</span>
          )}
          {proposedFor && (
            <>
              <Badge tone="notice">{t.waits}</Badge>
              <span className="soft">{t.waitsFor(proposedFor)}</span>
            </>
          )}
        </span>
      ),
    },
  ];
  return (
    <div className="bench-table">
      <Table
        caption={t.benchCaption}
        captionHidden
        rows={obligations}
        rowKey={({ contract }) => contract.id}
        columns={columns}
      />
      <ul className="bench-legend" aria-hidden="true">
        <li className="bench-loose">{t.legendLoose}</li>
        <li className="bench-waiting">{t.legendWaits}</li>
        <li className="bench-planned">{t.legendInPlan}</li>
        <li className="bench-today">{t.today}</li>
      </ul>
    </div>
  );
}

const BAR = 22;

/** Years and today, above the bars; who cannot see it has the days in every row. */
function AxisHead({ axis }: { readonly axis: TimeAxis }) {
  // More than eight years would run into each other: every second one then.
  const step = Math.ceil(axis.years.length / 8);
  return (
    <span className="bench-axis" aria-hidden="true">
      {axis.years.map(
        ({ year, at }, index) =>
          index % step === 0 && (
            <span key={year} className="bench-year" style={{ insetInlineStart: `${at / 10}%` }}>
              {year}
            </span>
          ),
      )}
    </span>
  );
}

function TermCell({ obligation, axis }: { readonly obligation: OpenObligation; readonly axis: TimeAxis }) {
  const t = useWords(bundlingWords);
  const language = useLanguage();
  const { startsOn, endsOn } = obligation.contract;
  const { at, width } = axis.bar({ startsOn, endsOn });
  return (
    <span className="bench-term">
      <svg viewBox={`0 0 ${AXIS_WIDTH} ${BAR}`} preserveAspectRatio="none" aria-hidden="true">
        {axis.years.map(({ year, at: from }) => (
          <line key={year} className="bench-grid" x1={from} x2={from} y1={0} y2={BAR} />
        ))}
        <rect className={`bench-bar bench-${placeOf(obligation)}`} x={at} y={4} width={width} height={BAR - 8} />
        <line className="bench-now" x1={axis.today} x2={axis.today} y1={0} y2={BAR} />
      </svg>
      <span className="cell-note">{t.fromTo(shortDay(language, startsOn), shortDay(language, endsOn))}</span>
    </span>
  );
}
