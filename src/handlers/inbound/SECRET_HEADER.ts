/** The header that 360dialog sends back with every webhook, as we registered it (360dialog: custom webhook headers). */
export const SECRET_HEADER = 'x-whatsapp-webhook-secret';
