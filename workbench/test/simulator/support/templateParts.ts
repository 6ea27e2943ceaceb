const texts = (...values: string[]) => values.map((text) => ({ type: 'text', text }));
const body = (...values: string[]) => ({ type: 'body', parameters: texts(...values) });
const named = (values: Record<string, string>) => ({
  type: 'body',
  parameters: Object.entries(values).map(([name, text]) => ({ type: 'text', parameter_name: name, text })),
});
const header = (parameter: object) => ({ type: 'header', parameters: [parameter] });
const image = header({ type: 'image', image: { link: 'https://example.com/a.jpg' } });
const button = (subType: string, index: number | string, parameter: object) => ({
  type: 'button',
  sub_type: subType,
  index,
  parameters: [parameter],
});
const url = (index: number, text: string) => button('url', index, { type: 'text', text });
const template = (name: string, code: string, ...components: object[]) => ({
  type: 'template',
  template: { name, language: { code }, ...(components.length > 0 && { components }) },
});
const card = (index: number, ...components: object[]) => ({ card_index: index, components });
const cardOf = (index: number) => card(index, image, body('R$ 9'), url(1, 'loaf'));

/** Pieces of template sends, as short as a table of cases wants them. */
export const templateParts = { texts, body, named, header, image, button, url, template, card, cardOf };
