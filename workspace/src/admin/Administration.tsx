import { Link } from 'wouter';
import type { PersonRole } from '../api/model';
import { Notice } from '../parts/Notice';
import { useHere } from '../session/context';
import { AuditPart } from './AuditPart';
import { DeliveriesPart } from './DeliveriesPart';
import { EnginesPart } from './EnginesPart';
import { HealthPart } from './HealthPart';
import { KeysPart } from './KeysPart';
import { OpeningsPart } from './OpeningsPart';
import { PeoplePart } from './PeoplePart';
import { TemplatesPart } from './TemplatesPart';
import { TenantsPart } from './TenantsPart';
import { UsagePart } from './UsagePart';
import { VocabulariesPart } from './VocabulariesPart';
import '../styles/admin.css';

const PARTS: readonly { id: string; name: string; who: readonly PersonRole[]; Shown: () => React.ReactNode }[] = [
  { id: 'people', name: 'People', who: ['administrator'], Shown: PeoplePart },
  { id: 'usage', name: 'Usage', who: ['administrator', 'auditor'], Shown: UsagePart },
  { id: 'audit', name: 'Audit', who: ['auditor'], Shown: AuditPart },
  { id: 'openings', name: 'Openings', who: ['auditor'], Shown: OpeningsPart },
  { id: 'templates', name: 'Templates', who: ['administrator'], Shown: TemplatesPart },
  { id: 'vocabularies', name: 'Vocabularies', who: ['administrator'], Shown: VocabulariesPart },
  { id: 'deliveries', name: 'Deliveries', who: ['administrator'], Shown: DeliveriesPart },
  { id: 'engines', name: 'Engines', who: ['administrator'], Shown: EnginesPart },
  { id: 'keys', name: 'Keys', who: ['administrator'], Shown: KeysPart },
  { id: 'tenants', name: 'Tenants', who: ['administrator'], Shown: TenantsPart },
  { id: 'health', name: 'Health', who: ['administrator'], Shown: HealthPart },
];

/** The parts of the house that administrators and auditors look after; each sees their own. */
export default function Administration({ part }: { part: string }) {
  const { session } = useHere();
  const mine = PARTS.filter((known) => known.who.includes(session.person.role));
  const shown = mine.find((known) => known.id === part) ?? mine[0];
  return (
    <main className="page administration" id="main">
      <nav aria-label="Administration">
        {mine.map((known) => (
          <Link key={known.id} href={`/administration/${known.id}`} aria-current={known === shown ? 'page' : undefined}>
            {known.name}
          </Link>
        ))}
      </nav>
      {shown ? (
        <section className="stack" aria-labelledby="part">
          <h1 id="part">{shown.name}</h1>
          <shown.Shown />
        </section>
      ) : (
        <Notice>Your role looks after patients, not after the house.</Notice>
      )}
    </main>
  );
}
