/** A button that a bot offers, and where a tap on it is reported. */
export interface QuickReply {
  /** The label. */
  title: string;
  /** The text that the bot gets for a tap, if it is not the title. */
  value?: string;
  /** The address that a link button opens. A link button sends no answer. */
  url?: string;
  /** The app that drew it, and its ids there. */
  appId?: string;
  blockId?: string;
  actionId?: string;
}

/** A quick reply as it was sent to WhatsApp. */
export interface OfferedOption extends Omit<QuickReply, 'url'> {
  /** WhatsApp returns it with the tap. */
  id: string;
  /** The label in WhatsApp: the title, cut if it is too long. */
  label: string;
}

/** A question with quick replies as WhatsApp messages: texts, then the buttons, the list or the numbered options. */
export interface Offer {
  texts: string[];
  /** WhatsApp's `interactive` object; absent when the whole question is text. */
  interactive?: Record<string, unknown>;
  options: OfferedOption[];
  /** Whether the text lists the options by number, so that a text of the customer may answer them. */
  isNumbered: boolean;
}

/** How quick replies may be shown. */
export interface OfferRules {
  allowLists: boolean;
  /** The label of the button that opens a list. */
  listLabel: string;
  /** The text above the buttons when the question is empty or was sent before them. */
  prompt: string;
}

/** Meta's limits (interactive messages); characters are counted by code point. */
const MOST = { buttons: 3, rows: 10, body: 1_024, button: 20, row: 24, description: 72, id: 190 } as const;

/**
 * A question with quick replies in WhatsApp's form: up to three short ones as buttons, up to ten as a list, more as a
 * numbered text. A single link is a button too; other links become lines of the text.
 */
export function offerOf(question: string, replies: readonly QuickReply[], rules: OfferRules): Offer {
  const links = replies.filter(({ url }) => url !== undefined);
  const answers = replies.filter(({ url }) => url === undefined);
  const [link, ...more] = links;
  if (link && more.length === 0 && answers.length === 0) {
    const button = { name: 'cta_url', parameters: { display_text: cut(link.title, MOST.button), url: link.url } };
    return shown(question, { type: 'cta_url', action: button }, [], rules);
  }
  const lines = links.map(({ title, url }) => (title === url ? title : `${title}: ${url}`));
  const body = [question, ...lines].filter((line) => line.trim() !== '').join('\n');
  const isShort = answers.every(({ title }) => [...title].length <= MOST.button) || !rules.allowLists;
  const isList = rules.allowLists && (answers.length > MOST.buttons || !isShort);
  const options = optionsOf(answers, isList ? MOST.row : MOST.button);
  if (options.length === 0) {
    return { texts: [body], options, isNumbered: false };
  }
  if (options.length <= MOST.buttons && !isList) {
    const buttons = options.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } }));
    return shown(body, { type: 'button', action: { buttons } }, options, rules);
  }
  if (isList && options.length <= MOST.rows) {
    const rows = options.map(({ id, label, title }) => ({
      id,
      title: label,
      ...(label === title ? {} : { description: [...title].slice(0, MOST.description).join('') }),
    }));
    return shown(body, { type: 'list', action: { button: rules.listLabel, sections: [{ rows }] } }, options, rules);
  }
  const numbered = options.map(({ title }, index) => `${index + 1}. ${title}`);
  return { texts: [[body || rules.prompt, ...numbered].join('\n')], options, isNumbered: true };
}

/** The option that a text answers: by its number, such as `2` or `2.`, or by its words. */
export function answeredOption(text: string, options: readonly OfferedOption[]): OfferedOption | undefined {
  const said = text.trim();
  const number = /^(\d{1,3})[.)]?$/.exec(said)?.[1];
  const plain = (words: string) => words.trim().toLowerCase();
  return (
    options.find(({ title }) => plain(title) === plain(said)) ??
    (number === undefined ? undefined : options[Number(number) - 1])
  );
}

/** A question that is too long to stand above buttons is sent before them. */
function shown(
  body: string,
  interactive: { type: string; action: object },
  options: OfferedOption[],
  rules: OfferRules,
): Offer {
  const isLong = [...body].length > MOST.body;
  const text = isLong || body.trim() === '' ? rules.prompt : body;
  return { texts: isLong ? [body] : [], interactive: { ...interactive, body: { text } }, options, isNumbered: false };
}

/** Labels and ids have to be unique at WhatsApp. */
function optionsOf(replies: readonly QuickReply[], most: number): OfferedOption[] {
  const labels = new Set<string>();
  const ids = new Set<string>();
  return replies.map(({ url: _url, ...reply }) => ({
    ...reply,
    label: unique(labels, (mark) => cut(reply.title, most - mark.length, SHOWN - mark.length) + mark),
    id: unique(ids, (mark) => [...reply.title].slice(0, MOST.id).join('').trim() + mark),
  }));
}

function unique(taken: Set<string>, name: (mark: string) => string): string {
  let made = name('');
  for (let count = 2; taken.has(made); count += 1) {
    made = name(` ${count}`);
  }
  taken.add(made);
  return made;
}

/** Like Rocket.Chat's own app: a title that is too long is cut to 17 characters and three dots. */
const SHOWN = 17;

function cut(text: string, most: number, shown: number = SHOWN): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, shown).join('')}...`;
}
