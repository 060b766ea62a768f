/** What a million requests a day take, from the last run of `npm run bench`. */

import measurements from '../../../bench/results.json';

const million = 1_000_000;
const secondsOfDay = 86_400;
/** With a tenth of the day’s requests in the busiest hour, a day at that rate lasts ten hours. */
const secondsOfTenHours = 36_000;

/** When, on what processor and with which Node it was measured. */
export const { measuredOn, processor, node } = measurements;

/** A million requests a day, as an average rate. */
export const requestsPerSecond = (million / secondsOfDay).toFixed(1);

function twoDigits(value: number): string {
  return Number(value.toPrecision(2)).toString();
}

function duration(seconds: number): string {
  if (seconds < 120) return `${twoDigits(seconds)} s`;
  return seconds < 7200 ? `${twoDigits(seconds / 60)} min` : `${twoDigits(seconds / 3600)} h`;
}

/** One kind of request; `microseconds` is the processor time of one. */
function costOf(request: string, microseconds: number) {
  const seconds = (million * microseconds) / 1e6;
  return {
    request: request.charAt(0).toUpperCase() + request.slice(1),
    perSecond: Math.round(1e6 / microseconds).toLocaleString('en'),
    processorTime: duration(seconds),
    cores: twoDigits(seconds / secondsOfDay),
    coresInBusyHour: twoDigits(seconds / secondsOfTenHours),
  };
}

export const requestCosts = [
  ...measurements.servers.map(({ size, kind, perSecond }) =>
    costOf(`${size} query, ${kind}`, 1e6 / perSecond.atlas),
  ),
  ...measurements.validations.map(({ rules, microseconds }) =>
    costOf(`validation of ${rules.toLocaleString('en')} rules`, microseconds),
  ),
];
