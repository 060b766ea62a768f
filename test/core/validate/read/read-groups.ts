/** The document of a group, read and checked. */

import { readNetworkSecurityGroup } from '../../../../core/validate/read/network-security-group.ts';
import { subnetId } from '../../../support/group-shapes.ts';

export const path = ['deployment', 'locations', 0, 'networkSecurityGroup'];

export const read = (document: unknown) => readNetworkSecurityGroup({ document }, path, subnetId);
