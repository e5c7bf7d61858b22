/** The table of probes: what is sent, and the answer that mock and server must both give. */

import type { Probe } from './probe.ts';
import { bodyProbes } from './probes-body.ts';
import { familyProbes } from './probes-family.ts';
import { formProbes } from './probes-forms.ts';
import { httpProbes } from './probes-http.ts';
import { operationProbes } from './probes-operations.ts';
import { orderProbes } from './probes-order.ts';
import { parameterProbes } from './probes-parameters.ts';

export { type Probe, type ProbeTarget, runProbe } from './probe.ts';

export const probes: readonly Probe[] = [
  ...httpProbes,
  ...orderProbes,
  ...parameterProbes,
  ...bodyProbes,
  ...operationProbes,
  ...formProbes,
  ...familyProbes,
];
