import { accessError, metaError, providerError } from '../errors/metaError';
import { defineFault, onTarget, targetParam } from './FaultKind';

export const errorCode = defineFault('error-code', {
  title: 'Error of Meta',
  description: 'The next requests are refused with this code, in the error shape of Meta.',
  params: {
    code: { type: 'number', title: 'Code', default: 130429 },
    httpStatus: { type: 'number', title: 'HTTP status (0: as usual for the code)', default: 0 },
    details: { type: 'text', title: 'Details (empty: as usual)', default: '' },
    on: targetParam,
  },
  hooks: {
    request: ({ code, httpStatus, details, on }, target) =>
      onTarget(on, target)
        ? {
            do: 'answer',
            answer: metaError({ code, status: httpStatus || undefined, details: details || undefined }),
          }
        : undefined,
  },
});

export const serverError = defineFault('server-error', {
  title: 'Internal server error',
  description: 'HTTP 500 with 360dialog’s own error text.',
  params: { on: targetParam },
  hooks: {
    request: ({ on }, target) =>
      onTarget(on, target) ? { do: 'answer', answer: providerError(500, 'Internal server error') } : undefined,
  },
});

export const badGateway = defineFault('bad-gateway', {
  title: 'Bad gateway',
  description: 'HTTP 502 with plain text, as a proxy answers while WhatsApp is not available.',
  params: { on: targetParam },
  hooks: {
    request: ({ on }, target) =>
      onTarget(on, target)
        ? {
            do: 'answer',
            answer: { status: 502, headers: { 'Content-Type': 'text/html; charset=utf-8' }, text: 'Bad Gateway' },
          }
        : undefined,
  },
});

export const unauthorized = defineFault('unauthorized', {
  title: 'Key refused (401)',
  description: 'A good key is refused: in today’s shape, in the legacy shape (body says 404), or with an empty body.',
  params: {
    shape: { type: 'choice', title: 'Body', default: 'error', options: ['error', 'meta', 'empty'] },
    on: targetParam,
  },
  hooks: {
    request: ({ shape, on }, target) => {
      if (!onTarget(on, target)) return undefined;
      if (shape === 'empty') return { do: 'answer', answer: { status: 401 } };
      return { do: 'answer', answer: accessError(401, 'Invalid API key', shape === 'meta' ? 'meta' : 'error') };
    },
  },
});

export const forbidden = defineFault('forbidden', {
  title: 'Endpoint blocked (403)',
  description: '360dialog has blocked the endpoint for this number.',
  params: {
    shape: { type: 'choice', title: 'Body', default: 'error', options: ['error', 'meta'] },
    on: targetParam,
  },
  hooks: {
    request: ({ shape, on }, target) =>
      onTarget(on, target)
        ? {
            do: 'answer',
            answer: accessError(403, 'The endpoint is blocked', shape === 'meta' ? 'meta' : 'error'),
          }
        : undefined,
  },
});

export const throttled = defineFault('throttled', {
  title: 'Endpoint limit of 360dialog',
  description: 'HTTP 400 (not 429) with the text of 360dialog’s own limiter.',
  params: {
    shape: { type: 'choice', title: 'Body', default: 'error', options: ['error', 'meta', 'text'] },
    on: targetParam,
  },
  hooks: {
    request: ({ shape, on }, target) => {
      if (!onTarget(on, target)) return undefined;
      const text = 'You have exceeded the endpoint rate limit.';
      const bodies: Record<string, object> = {
        error: { json: { error: text } },
        meta: { json: { meta: { success: false, http_code: 400, developer_message: text } } },
        text: { text },
      };
      return { do: 'answer', answer: { status: 400, ...bodies[shape] } };
    },
  },
});

export const redirect = defineFault('redirect', {
  title: 'Redirect',
  description:
    'The answer names another address instead, as of an API that has moved or a proxy that wants somebody to sign in. Nothing is done.',
  params: {
    status: { type: 'choice', title: 'HTTP status', default: '302', options: ['301', '302', '303', '307', '308'] },
    to: { type: 'text', title: 'Begins with (empty: the same host)', default: '' },
    on: targetParam,
  },
  hooks: {
    request: ({ status, to, on }, target, path) =>
      onTarget(on, target)
        ? { do: 'answer', answer: { status: Number(status), headers: { Location: `${to}${path}` } } }
        : undefined,
  },
});
