import { isObject } from '../../json/isObject';
import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';

const SQUARE = {
  latitude: -23.5505,
  longitude: -46.6333,
  name: 'Praça da Sé',
  address: 'Praça da Sé, São Paulo - SP, Brazil',
};

export const location: InboundKind = {
  title: 'Location',
  description: 'A place; name and address may be absent (the current position).',
  example: { type: 'location', location: { latitude: 52.52, longitude: 13.405 } },
  build: (request) => ({
    item: {
      ...contextOf(request),
      type: 'location',
      location: isObject(request.message.location) ? request.message.location : SQUARE,
    },
  }),
};
