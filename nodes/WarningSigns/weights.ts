/** How much each sign counts: settings made from the registry. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { FamilyId } from '../../domain/signs/families';
import { families, familyIds } from '../../domain/signs/families';
import type { OddsRatios, Shares } from '../../domain/signs/risk';
import type { SignId } from '../../domain/signs/signs';
import { signIds, signs } from '../../domain/signs/signs';
import { byName, shapeOf } from '../shared/registries';


const numberOf = (minValue: number): Pick<INodeProperties, 'type' | 'typeOptions'> => ({ type: 'number', typeOptions: { minValue, numberPrecision: 2 } });

const signProperty = (id: SignId): INodeProperties => {
	const { title: displayName, question, why, oddsRatio } = signs[id];
	return { ...numberOf(1), displayName, name: id, default: oddsRatio, description: `${question} ${why}` };
};

const familyProperty = (id: FamilyId): INodeProperties => {
	const { title: displayName, meaning: description } = families[id];
	return { ...numberOf(0), displayName, name: id, default: DEFAULT_SHARES[id], description };
};

const DEFAULT_SHARES: Shares = { told: 0, habit: 40, service: 20, money: 20, person: 10, calendar: 10 };

export const weightsProperty: INodeProperties = {
	displayName: 'Weights of Signs (Times the Odds)',
	name: 'weights',
	type: 'collection',
	placeholder: 'Add Sign',
	default: {},
	description: 'By how many times a sign at full strength multiplies the odds of leaving; 1 switches it off. These are assumptions until you learn them from your own losses.',
	options: signIds.map(signProperty).sort(byName),
};

export const sharesProperty: INodeProperties = {
	displayName: 'Shares of Families',
	name: 'shares',
	type: 'collection',
	placeholder: 'Add Family',
	default: {},
	displayOptions: { show: { combination: ['weightedAverage'] } },
	description: 'How much each family of signs counts in the average; what they tell you sets the least the risk can be in any case',
	options: familyIds.map(familyProperty).sort(byName),
};

const oddsRatioOf = (id: SignId) => z.number().min(1, 'expected 1 or more').max(1_000_000, 'expected at most 1,000,000').default(signs[id].oddsRatio);
const shareOf = (id: FamilyId) => z.number().min(0, 'expected 0 or more').max(1_000_000, 'expected at most 1,000,000').default(DEFAULT_SHARES[id]);

export const weightsParameters = {
	weights: z.object(shapeOf(signIds, oddsRatioOf)).prefault({}),
	shares: z.object(shapeOf(familyIds, shareOf)).prefault({}),
};

export type Weights = { readonly weights: OddsRatios; readonly shares: Shares };
