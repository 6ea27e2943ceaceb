/** The fields by which items of a webhook name people (Meta: webhooks; see `whatsapp/webhook`). */
const NAMES = ['from', 'to', 'wa_id', 'user_id', 'recipient_id', 'from_user_id', 'to_user_id', 'recipient_user_id'];

/** Whether a webhook has items of a customer: messages, statuses, contacts. @param ids all that WhatsApp calls them */
export function hasItemsOf(body: unknown, ids: ReadonlySet<string>): boolean {
  return JSON.stringify(theirItems(body, ids)) !== JSON.stringify(chosenItems(body, () => false));
}

/** A webhook with the items of one customer alone. */
export function theirItems(body: unknown, ids: ReadonlySet<string>): unknown {
  return chosenItems(body, (names) => names.some((name) => ids.has(name)));
}

/** A webhook without the items of one customer. */
export function othersItems(body: unknown, ids: ReadonlySet<string>): unknown {
  return chosenItems(body, (names) => !names.some((name) => ids.has(name)));
}

/** Whether a webhook still has items about anybody. */
export function hasItems(body: unknown): boolean {
  return JSON.stringify(body) !== JSON.stringify(chosenItems(body, () => false));
}

/** Whole items of lists are kept or dropped by whom they name; everything around them stays. */
function chosenItems(value: unknown, isChosen: (names: string[]) => boolean): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const names = namesIn(item);
      if (names.length === 0) {
        return [chosenItems(item, isChosen)];
      }
      return isChosen(names) ? [item] : [];
    });
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, chosenItems(part, isChosen)]))
    : value;
}

/** Some phone numbers in webhooks begin with a plus sign. */
function namesIn(item: unknown): string[] {
  return NAMES.flatMap((name) => {
    const value: unknown = isObject(item) ? item[name] : undefined;
    return typeof value === 'string' ? value.replace(/^\+/, '') : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
