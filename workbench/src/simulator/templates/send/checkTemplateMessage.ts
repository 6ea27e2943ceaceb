import type { MetaRefusal } from '../../errors/metaError';
import type { JsonObject } from '../../json';
import { isObject, listOf, objectOf } from '../../json';
import { checkEach, checkText, firstRefusal, missing, missingForType, wrongParam } from '../../messages/checks';
import type { CheckMessage, SendContext } from '../../messages/SendContext';
import type { TemplateRecord, TemplateStatus } from '../../store/templates';
import { componentOf } from '../components';
import { checkButtons } from './checkButtons';
import { checkBody, checkHeader, checkLimitedTimeOffer } from './checkHeaderAndBody';
import type { SendScope } from './parameters';

/** `template: {name, language: {code, policy?}, components?}` against the template that is stored under that name. */
export const checkTemplateMessage: CheckMessage = ({ template }, context) => {
  if (!isObject(template)) return missingForType('template');
  const language = objectOf(template.language);
  const sent = listOf(template.components);
  return firstRefusal(
    () => checkText(template.name, "template['name']", { max: 512 }),
    () => checkText(language.code, "template['language']['code']", { max: 20 }),
    () =>
      language.policy === undefined || language.policy === 'deterministic'
        ? undefined
        : wrongParam("template['language']['policy']", 'must be deterministic.'),
    () => checkSentShape(template.components),
    () => {
      const found = findSendable(context, String(template.name), String(language.code));
      if ('refusal' in found) return found.refusal;
      return (
        found.template &&
        checkComponents(found.template.components, sent, {
          context,
          named: found.template.parameterFormat === 'NAMED',
          authentication: found.template.category === 'AUTHENTICATION',
          path: "template['components']",
          where: '',
        })
      );
    },
  );
};

const CODE_BY_STATUS: Partial<Record<TemplateStatus, number>> = { PAUSED: 132015, DISABLED: 132016 };

/**
 * The approved template of that name and language, or why it cannot be sent. Neither when templates that are not stored
 * here are accepted (a switch).
 */
function findSendable(
  { simulator }: SendContext,
  name: string,
  language: string,
): { template?: TemplateRecord } | { refusal: MetaRefusal } {
  const template = simulator.store.templates.byName(name).find((record) => record.language === language);
  if (template?.status === 'APPROVED') return { template };
  if (!template && simulator.switches.current().unknownTemplates === 'accept') return {};
  const code = template && CODE_BY_STATUS[template.status];
  if (code !== undefined) return { refusal: { code } };
  return { refusal: { code: 132001, details: `template name (${name}) does not exist in ${language}` } };
}

/** Checks the sent components against the approved ones, for a template and for each card of a carousel. */
function checkComponents(defined: JsonObject[], sent: JsonObject[], scope: SendScope): MetaRefusal | undefined {
  return firstRefusal(
    () => checkHeader(defined, sent, scope),
    () => checkBody(defined, sent, scope),
    () => checkLimitedTimeOffer(defined, sent),
    () => checkButtons(defined, sent, scope),
    () => checkCarousel(defined, sent, scope, checkComponents),
  );
}

/** As many cards as were approved, each checked like a template of its own. */
function checkCarousel(
  defined: JsonObject[],
  sent: JsonObject[],
  scope: SendScope,
  check: typeof checkComponents,
): MetaRefusal | undefined {
  const cards = listOf(componentOf(defined, 'CAROUSEL')?.cards);
  const component = componentOf(sent, 'carousel');
  const sentCards = listOf(component?.cards);
  if (cards.length !== sentCards.length) {
    return {
      code: cards.length === 0 ? 132018 : 132012,
      details: `carousel: Format mismatch, expected ${cards.length} cards, received ${sentCards.length}`,
    };
  }
  return checkEach(sentCards, (card, position) => {
    const index = Number(card.card_index ?? position);
    const path = `${scope.path}[${component ? sent.indexOf(component) : 0}]['cards'][${position}]['components']`;
    const definition = cards[index];
    if (!definition) return { code: 132012, details: `carousel: card_index ${index} does not exist` };
    return (
      checkSentShape(card.components, path) ??
      check(listOf(definition.components), listOf(card.components), { ...scope, path, where: `card ${index}: ` })
    );
  });
}

const TYPES = [
  'header',
  'body',
  'footer',
  'button',
  'carousel',
  'limited_time_offer',
  'tap_target_configuration',
  'order_status',
];

/** The components of a send, whatever template they are for: an array of objects with a known `type`. */
function checkSentShape(components: unknown, path = "template['components']"): MetaRefusal | undefined {
  if (components === undefined || components === null) return undefined;
  if (!Array.isArray(components)) return wrongParam(path, 'must be an array.');
  return checkEach(components, (component: unknown, index) => {
    const at = `${path}[${index}]`;
    if (!isObject(component)) return wrongParam(at, 'must be a JSON object.');
    if (typeof component.type !== 'string') return missing(`${at}['type']`);
    if (!TYPES.includes(component.type.toLowerCase())) {
      const names = TYPES.map((name) => name.toUpperCase()).join(', ');
      return wrongParam(`${at}['type']`, `must be one of {${names}} - got "${component.type}".`);
    }
    if (component.parameters !== undefined && !Array.isArray(component.parameters)) {
      return wrongParam(`${at}['parameters']`, 'must be an array.');
    }
    if (component.type.toLowerCase() !== 'button') return undefined;
    if (component.index === undefined) return missing(`${at}['index']`);
    return typeof component.sub_type === 'string' ? undefined : missing(`${at}['sub_type']`);
  });
}
