import type { TemplateDefinition } from '../../handlers/whatsapp/templateDefinition';
import type { FormInput } from './formInputs';

/** A value that the person need not type. */
export interface Suggestion {
  source: 'customer' | 'agent' | 'department' | 'number' | 'last';
  text: string;
}

/** Known facts about the sending. Unknown ones are absent. */
export interface KnownFacts {
  customer?: string;
  agent?: string;
  department?: string;
  /** Our number in readable form. */
  number?: string;
  /** Values of the last sending of this template by this person, by the parts of the inputs. */
  last?: Readonly<Record<string, string>>;
}

/** Names of variables that stand for the customer's own name, in the languages of the app. */
const CUSTOMER =
  /^(?:(?:first|full|last|customer|client|contact|user)_?)?(?:name|nome|nombre|nom|naam|isim|ad|nama|kunde|cliente|client|customer)$/i;
const AGENT = /agent|attendant|atendente|operator|mitarbeiter/i;
const DEPARTMENT = /department|departamento|abteilung|team/i;

/** A greeting right before a variable. */
const GREETING =
  /(?:^|[\s¡])(?:hi|hello|hey|dear|olá|ola|oi|hola|bonjour|salut|ciao|hallo|hoi|merhaba|selam|halo|hai|привет|здравствуйте|नमस्ते|مرحباً|مرحبا|أهلاً|أهلا)[\s,!]{1,3}$/iu;

/**
 * The initial value of a field, and other values to choose from. A name is never taken from the last sending, because
 * that was another customer's.
 */
export function suggestFor(
  { part, field, kind }: FormInput,
  definition: TemplateDefinition,
  known: KnownFacts,
): { first?: Suggestion; all: Suggestion[] } {
  if (kind === 'file' || kind === 'hours') {
    return { all: [] };
  }
  if (field.input.kind !== 'text') {
    const text = known.last?.[part];
    const last = text && field.input.kind !== 'oneTimeCode' ? [{ source: 'last' as const, text }] : [];
    return { first: last[0], all: last };
  }
  const sources = ['customer', 'agent', 'department', 'number'] as const;
  const facts = sources.flatMap((source) => {
    const text = known[source];
    return text ? [{ source, text }] : [];
  });
  const last = known.last?.[part];
  const all: Suggestion[] = [...facts, ...(last ? [{ source: 'last' as const, text: last }] : [])];
  const wanted = wantedSource(field.input.variable, field.place.part === 'body' ? definition.body?.text : undefined);
  return { first: all.find(({ source }) => source === (wanted ?? 'last')), all };
}

function wantedSource(variable: string, text: string | undefined): Suggestion['source'] | undefined {
  if (AGENT.test(variable)) {
    return 'agent';
  }
  if (DEPARTMENT.test(variable)) {
    return 'department';
  }
  const place = [...(text ?? '').matchAll(PLACES)].find(([, name = '']) => name.trim() === variable);
  const isGreeted = place !== undefined && GREETING.test((text ?? '').slice(0, place.index));
  return CUSTOMER.test(variable) || isGreeted ? 'customer' : undefined;
}

const PLACES = /\{\{([^{}]{1,100})\}\}/g;
