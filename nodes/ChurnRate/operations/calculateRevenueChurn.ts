import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { revenueReport } from '../../../domain/revenue/revenueReport';
import { asOfProperties, groupByProperty, inputProperties, unusableRowsProperty, wholePopulationNotice, writingProperty } from '../../shared/commonProperties';
import type { Answer, Question } from '../../shared/customerRows';
import { answerFromRows } from '../../shared/customerRows';
import { customerItems, rowItems } from '../../shared/items';
import { lifetimeValueOptions, lifetimeValueParameters } from '../../shared/lifetimeValue';
import { columnList, inputParameters, subscriptionsParameter } from '../../shared/parameters';
import { periodParameters, periodProperties } from '../../shared/period';
import { subscriptionsProperty } from '../../shared/subscriptionsProperty';
import { listingOptions, listingParameters } from '../listing';

export const option = {
	name: 'Calculate Revenue Churn',
	value: 'calculateRevenueChurn',
	action: 'Calculate revenue churn',
	description: 'From subscriptions: new, expansion, contraction, churned and reactivation MRR, gross and net churn, retention, lifetime value',
};

export const properties: INodeProperties[] = [
	...inputProperties,
	...periodProperties,
	groupByProperty,
	...asOfProperties,
	unusableRowsProperty,
	subscriptionsProperty,
	{
		displayName: 'Lifetime Value',
		name: 'lifetime',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		options: lifetimeValueOptions,
	},
	writingProperty,
	listingOptions,
	wholePopulationNotice,
];

export const parameters = z.object({
	...inputParameters,
	...periodParameters,
	...subscriptionsParameter,
	groupBy: columnList.default([]),
	lifetime: z
		.object(lifetimeValueParameters)
		.prefault({}),
	...listingParameters,
});

function answer({ chosen, customerRows, zone }: Question<z.infer<typeof parameters>>): Answer {
	const { subscriptions, rows } = customerRows;
	if (subscriptions === null) {
		const expected = 'subscriptions, each with its start: revenue churn is about prices that are paid again and again';
		return { problems: [{ code: 'invalidSetting', item: null, column: 'Rows Are', received: chosen.rowsAre, expected }] };
	}
	const { monthlyAmount } = subscriptions.terms;
	if (monthlyAmount === null) return { problems: [{ code: 'columnNotRecognised', item: null, column: 'amount', received: rows.table.paths }] };
	const settings = { ...chosen, ...chosen.lifetime, ...chosen.options, timeZone: zone.name };
	const report = revenueReport(subscriptions, monthlyAmount, settings);
	return { outputs: [rowItems(report.rows), customerItems(report.churnedCustomers, rows, chosen.options.keepColumns)], advice: report.advice };
}

const columnsIn = ({ groupBy, options }: z.infer<typeof parameters>) => ({ groupBy, keepColumns: options.keepColumns });

export const execute = (context: IExecuteFunctions, outputCount: number): INodeExecutionData[][] =>
	answerFromRows(context, outputCount, { parameters, properties, columnsIn, answer });
