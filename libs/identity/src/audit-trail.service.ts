import { Injectable } from '@nestjs/common';
import type { Scoped } from '@sr/kernel';
import { Db, readTrail, type Page, type PageQuery, type TrailFilter, type TrailLine } from '@sr/platform';
import { namesOf } from './persistence/person.store';

/** A line of the audit trail, with the name of the person who did it; null when the product itself did. */
export interface NamedTrailLine extends TrailLine {
  readonly actorName: string | null;
}

/** The audit trail as people read it: with names. */
@Injectable()
export class AuditTrailService {
  constructor(private readonly db: Db) {}

  /** The lines that the reader may see, newest first, a page at a time. */
  read(who: Scoped, filter: TrailFilter, page: PageQuery): Promise<Page<NamedTrailLine>> {
    return this.db.read(who, async (reader) => {
      const { items, next } = await readTrail(reader, filter, page);
      const names = await namesOf(
        reader,
        items.map(({ actorId }) => actorId),
      );
      return { items: items.map((line) => ({ ...line, actorName: names.get(line.actorId) ?? null })), next };
    });
  }
}
