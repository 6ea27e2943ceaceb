import type { DemoTemplate } from './DemoTemplate';

/** Text only: no variables, positional and named ones, reply and link buttons, four languages. */
export const textTemplates: DemoTemplate[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      { type: 'BODY', text: 'Welcome! This message shows that your number can send templates.' },
      { type: 'FOOTER', text: 'Padaria Sol' },
    ],
  },
  {
    name: 'order_update',
    language: 'en_US',
    category: 'UTILITY',
    quality: 'GREEN',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['2031'] } },
      {
        type: 'BODY',
        text: 'Hi {{1}}, your order is *on its way* and arrives {{2}}.\nThank you for choosing us!',
        example: { body_text: [['Ana', 'today at 18:00']] },
      },
      { type: 'FOOTER', text: 'Reply STOP to opt out' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Track', url: 'https://example.com/track/{{1}}', example: ['2031'] },
          { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+551155550100' },
        ],
      },
    ],
  },
  {
    name: 'order_update',
    language: 'pt_BR',
    category: 'UTILITY',
    quality: 'GREEN',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Pedido {{1}}', example: { header_text: ['2031'] } },
      {
        type: 'BODY',
        text: 'Olá {{1}}, seu pedido *saiu para entrega* e chega {{2}}.\nObrigado pela preferência!',
        example: { body_text: [['Ana', 'hoje às 18h']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Acompanhar', url: 'https://example.com/track/{{1}}', example: ['2031'] },
          { type: 'PHONE_NUMBER', text: 'Ligar', phone_number: '+551155550100' },
        ],
      },
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'pt_BR',
    category: 'UTILITY',
    components: [
      {
        type: 'BODY',
        text: 'Olá {{1}}, lembramos do seu horário em {{2}} às {{3}}. Você confirma?',
        example: { body_text: [['Maria', '12/11', '14h']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Confirmar' },
          { type: 'QUICK_REPLY', text: 'Remarcar' },
          { type: 'QUICK_REPLY', text: 'Cancelar' },
        ],
      },
    ],
  },
  {
    name: 'ticket_update',
    language: 'en',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'Hello {{customer_name}}, there is news about your ticket #{{ticket_id}}. Shall we go on here?',
        example: {
          body_text_named_params: [
            { param_name: 'customer_name', example: 'Jonas' },
            { param_name: 'ticket_id', example: '2332' },
          ],
        },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Yes, please' },
          { type: 'QUICK_REPLY', text: 'Not now' },
        ],
      },
    ],
  },
  {
    name: 'ticket_update',
    language: 'de',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'Hallo {{customer_name}}, es gibt Neues zu Ihrer Anfrage {{ticket_id}}. Sollen wir hier weitermachen?',
        example: {
          body_text_named_params: [
            { param_name: 'customer_name', example: 'Jonas' },
            { param_name: 'ticket_id', example: '2332' },
          ],
        },
      },
    ],
  },
  {
    name: 'welcome_back',
    language: 'ar',
    category: 'MARKETING',
    components: [
      {
        type: 'BODY',
        text: 'مرحباً {{1}}، يسعدنا أن نراك من جديد. كيف يمكننا مساعدتك اليوم؟',
        example: { body_text: [['ليلى']] },
      },
    ],
  },
];
