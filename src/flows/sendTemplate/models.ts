import type { Choice } from '../../blocks/elements';
import type { TemplateDetailsModel } from '../../blocks/templateDetails';
import type { FormField, TemplateFormModel } from '../../blocks/templateForm';
import type { TemplateListModel } from '../../blocks/templateList';
import { encodeValue } from '../../handlers/core/actionValue';
import type { CachedTemplate, StoredTemplates, TemplateRow } from '../../handlers/numbers/templates/templates';
import type { ConnectedNumber } from '../../handlers/numbers/numbers';
import { describeAge } from '../../handlers/numbers/templates/fetchTemplates';
import { isHidden, isSendable, refusalOf } from '../../handlers/numbers/templates/sendableTemplates';
import { sayCode } from '../../handlers/numbers/sayCode';
import { formatPhone } from '../../handlers/whatsapp/phoneNumbers';
import type { Scene } from '../Flow';
import type { FormInput, TemplateForm, WizardContext } from './formInputs';
import { fileChoices, filesFor, NO_FILE, OFFER_HOURS, spaceLeft } from './formInputs';
import { languageName, numberOf, preferredLanguage } from './lookup';
import type { ListedTemplate } from './listTemplates';
import { listTemplates, PAGE } from './listTemplates';
import { previewParts } from './previewParts';
import type { KnownFacts, Suggestion } from './suggestions';
import { suggestFor } from './suggestions';

/** All connected numbers, with the names by which people know them. */
export async function numberChoices({ host }: Scene): Promise<Choice[]> {
  const numbers = await host.memory.numbers.get(host);
  return numbers.map(({ digits, displayName }) => ({
    value: digits,
    text: displayName ? `${displayName} · ${formatPhone(digits)}` : formatPhone(digits),
  }));
}

/** The list of templates, from the stored ones. */
export async function listModel(
  scene: Scene,
  context: WizardContext,
  stored: StoredTemplates | undefined,
): Promise<TemplateListModel> {
  const { t, host } = scene;
  const { view, number = '', customer } = context;
  const reader = await host.memory.settings.get('preferredLanguage');
  const hidden = await host.memory.settings.get('hiddenTemplates');
  const rows = (stored?.templates ?? []).filter((row) => !isHidden(row, hidden));
  const { entries, total, page, languages } = listTemplates(rows, view, context.recent);
  const phone = customer?.isPhone ? customer.id : undefined;
  const first = page * PAGE + 1;
  const params = { first, last: first + entries.length - 1, total };
  const empty = rows.length > 0 ? 'templates:noneFits' : stored ? 'templates:none' : 'templates:unread';
  return {
    numbers: customer && context.customerIsFixed ? [] : await numberChoices(scene),
    number,
    search: view.search,
    languages: languages.map((language) => ({ value: language, text: languageName(language, reader) })),
    language: view.language,
    status: view.status,
    entries: entries.map(({ name, rows: fitting }) => ({
      name,
      language: preferredLanguage(sendableFirst(fitting), { phone, workspace: reader }),
      facts: factsOf({ name, rows: fitting }, scene, reader),
    })),
    count: total > 0 ? t('templates:shown', params) : t(empty),
    previous: page > 0 ? page - 1 : undefined,
    next: (page + 1) * PAGE < total ? page + 1 : undefined,
    age: ageOf(stored, scene, reader),
    notice: context.notice && t(context.notice.key, context.notice.params),
    resume: context.resume,
  };
}

/** The page of one template. */
export async function detailsModel(
  scene: Scene,
  context: WizardContext,
  languages: readonly CachedTemplate[],
): Promise<TemplateDetailsModel> {
  const { t, host } = scene;
  const { template: chosen, number = '' } = context;
  const reader = await host.memory.settings.get('preferredLanguage');
  const hidden = await host.memory.settings.get('hiddenTemplates');
  const template = languages.find(({ language }) => language === chosen?.language);
  const refusal = refusalOf(template, hidden);
  const shown = template && !isHidden(template, hidden) ? template : undefined;
  const facts = shown
    ? [
        // With several languages there is a choice below.
        ...(languages.length === 1 ? [languageName(shown.language, reader)] : []),
        t('templates:from', { number: formatPhone(number) }),
        t('templates:categoryIs', { category: sayCode(shown.category ?? 'UNKNOWN', t) }),
        t('templates:statusIs', { status: stateOf(shown.status, t) }),
        ...(shown.quality ? [t('templates:qualityIs', { quality: sayCode(shown.quality, t) })] : []),
        ...(shown.rejectedReason ? [t('templates:reasonIs', { reason: sayCode(shown.rejectedReason, t) })] : []),
      ]
    : [];
  return {
    name: chosen?.name ?? '',
    facts: facts.join('\n'),
    languages: languages
      .filter((each) => !isHidden(each, hidden))
      .map(({ language, status }) => ({
        value: language,
        text: isSendable(status)
          ? languageName(language, reader)
          : `${languageName(language, reader)} (${stateOf(status, t)})`,
      })),
    language: chosen?.language ?? '',
    parts: shown ? previewParts(shown.definition, {}, t) : [],
    refusal: refusal && `:no_entry_sign: ${t(refusal.key, refusal.params)}`,
    // The reason why it cannot be sent is shown only once.
    notice: context.notice && !refusal ? `:warning: ${t(context.notice.key, context.notice.params)}` : undefined,
  };
}

/** The form. */
export async function formModel(scene: Scene, context: WizardContext, form: TemplateForm): Promise<TemplateFormModel> {
  const { t, host } = scene;
  const { template, inputs, values, raw } = form;
  const known = knownFacts(scene, context, await numberOf(host, context.number));
  const shown = inputs.filter(({ kind, field }) => kind !== 'file' || filesFor(field.input, context.files).length > 0);
  const most = Math.max(1, Math.floor(MOST_SUGGESTIONS / shown.length));
  return {
    heading: await headingOf(scene, context, template),
    fields: shown.map((input) => {
      const { first, all } = suggestFor(input, template.definition, known);
      // The best suggestion comes first. The current value is not offered.
      const sorted = [...all].sort((a, b) => Number(b === first) - Number(a === first));
      const suggestions = sorted.filter(({ text }) => text !== raw(input.id)).slice(0, most);
      return fieldOf(input, { scene, context, form, suggestions });
    }),
    parts: previewParts(template.definition, values, t),
    left: spaceLeft(form, scene),
    notice: context.notice && `:warning: ${t(context.notice.key, context.notice.params)}`,
  };
}

/** The number of suggestions that fit into a form, see `MOST_FILES`. One field has at most four. */
const MOST_SUGGESTIONS = 60;

/** Suggestions for the fields. */
export function knownFacts(
  { user }: Scene,
  { customer, number, last }: Pick<WizardContext, 'customer' | 'number' | 'last'>,
  connected: ConnectedNumber | undefined,
): KnownFacts {
  return {
    customer: customer?.name,
    agent: user.name || user.username,
    department: connected?.departmentName,
    number: formatPhone(number ?? ''),
    last,
  };
}

/** The recipient, the number that sends, and the template with its language and price category. */
export async function headingOf(
  scene: Scene,
  context: Pick<WizardContext, 'customer' | 'number' | 'template'>,
  template?: CachedTemplate,
): Promise<string> {
  const { t, host } = scene;
  const { customer, number = '', template: chosen } = context;
  const reader = await host.memory.settings.get('preferredLanguage');
  const phone = customer?.isPhone ? formatPhone(customer.id) : '';
  const recipient = [customer?.name, phone].filter(Boolean).join(' · ') || customer?.id;
  const language = languageName(chosen?.language ?? '', reader);
  const category = template?.category ? ` · ${sayCode(template.category, t)}` : '';
  return [
    ...(recipient ? [t('templates:to', { recipient })] : []),
    t('templates:from', { number: formatPhone(number) }),
    `${t('templates:which', { template: chosen?.name ?? '', language })}${category}`,
  ].join('\n');
}

function fieldOf(
  input: FormInput,
  of: { scene: Scene; context: WizardContext; form: TemplateForm; suggestions: readonly Suggestion[] },
): FormField {
  const { id, label, hint, kind } = input;
  const { scene, context, form, suggestions } = of;
  const { t } = scene;
  const problem = context.problems[id];
  const endings = OFFER_HOURS.map((hours) => ({ value: String(hours), text: t('templates:inHours', { hours }) }));
  return {
    id,
    actionId: `${id}.${context.revisions[id] ?? 0}`,
    label,
    hint,
    value: form.raw(id),
    ...(kind === 'hours' ? { choices: endings } : {}),
    ...(kind === 'file'
      ? {
          choices: fileChoices(input, { files: context.files, inputs: form.inputs, t }),
          value: form.raw(id) || NO_FILE,
        }
      : {}),
    ...(kind === 'lines' ? { multiline: true } : {}),
    suggestions: suggestions.map(({ source, text }) => ({
      value: encodeValue({ input: id, text }),
      text: t(sourceWords[source], { text }),
    })),
    problem: problem && t(problem.key, problem.params),
  };
}

const sourceWords: Readonly<Record<Suggestion['source'], string>> = {
  customer: 'templates:fromCustomer',
  agent: 'templates:fromAgent',
  department: 'templates:fromDepartment',
  number: 'templates:fromNumber',
  last: 'templates:fromLast',
};

function factsOf({ rows }: ListedTemplate, { t }: Scene, reader: string): string {
  const languages = rows.map(({ language }) => languageName(language, reader)).join(', ');
  const [first] = rows;
  const words = [
    first?.category ? sayCode(first.category, t) : '',
    statesOf(rows, t),
    first?.quality && first.quality !== 'UNKNOWN'
      ? t('templates:qualityIs', { quality: sayCode(first.quality, t) })
      : '',
  ];
  return [...words, languages].filter(Boolean).join(' · ');
}

function statesOf(rows: readonly TemplateRow[], t: Scene['t']): string {
  const states = [...new Set(rows.map(({ status }) => stateOf(status, t)))];
  return states.join(', ');
}

/** The displayed name of each state. Several of WhatsApp's states mean the same to people. */
const stateWords: Readonly<Record<string, string>> = {
  APPROVED: 'templates:stateApproved',
  ACTIVE: 'templates:stateApproved',
  PENDING: 'templates:stateInReview',
  IN_APPEAL: 'templates:stateInReview',
  SUBMITTED: 'templates:stateInReview',
  CREATED: 'templates:stateInReview',
  REJECTED: 'templates:stateRejected',
  PAUSED: 'templates:statePaused',
  DISABLED: 'templates:stateDisabled',
  LOCKED: 'templates:stateDisabled',
};

function stateOf(status: string, t: Scene['t']): string {
  const key = stateWords[status];
  return key ? t(key) : sayCode(status, t);
}

function ageOf(stored: StoredTemplates | undefined, { t }: Scene, reader: string): string {
  const age = (at: number) => describeAge(Date.now() - at, reader);
  const read =
    stored?.readAt === undefined ? t('templates:neverRead') : t('templates:readAgo', { age: age(stored.readAt) });
  const { failure } = stored ?? {};
  return failure
    ? `${read} ${t('templates:failedAgo', { age: age(failure.at), reason: t(failure.key, failure.params) })}`
    : read;
}

function sendableFirst(rows: readonly TemplateRow[]): string[] {
  const sendable = rows.filter(({ status }) => isSendable(status));
  return (sendable.length > 0 ? sendable : rows).map(({ language }) => language);
}
