/** A place that customers like to send. */
export const somePlace = {
  latitude: -23.5614,
  longitude: -46.6559,
  name: 'MASP',
  address: 'Av. Paulista, 1578, São Paulo',
};
