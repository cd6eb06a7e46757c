/** A fit always answers: where a model cannot, the next simpler one does, and says so. */
import type { ModelId } from './models';
import { models, simplerModels } from './models';
import type { Fit, Fitted, Sample, UnfitReason } from './purchaseModel';
import { isFitted } from './purchaseModel';

/** A model that could not be used, and why. */
export interface FailedFit {
	readonly model: ModelId;
	readonly reason: UnfitReason;
}

export interface AnsweringFit {
	/** The model that was asked for, and the one that answers. */
	readonly asked: ModelId;
	readonly model: ModelId;
	readonly fitted: Fitted;
	/** Those tried in vain, in turn. */
	readonly failed: readonly FailedFit[];
}

/** Fits models on a sample, each once. */
export type Fitting = (model: ModelId) => Fit;

export function fittingOn(sample: Sample): Fitting {
	const fits = new Map<ModelId, Fit>();
	return (model) => {
		const fit = fits.get(model) ?? models[model].fit(sample);
		fits.set(model, fit);
		return fit;
	};
}

/** Null where not even one rate for all can be told, since nobody has been a customer for a day. */
export function fitWithFallback(asked: ModelId, fitOf: Fitting): AnsweringFit | { readonly failed: readonly FailedFit[]; readonly fitted: null } {
	const failed: FailedFit[] = [];
	for (const model of new Set<ModelId>([asked, ...simplerModels])) {
		const fit = fitOf(model);
		if (isFitted(fit)) return { asked, model, fitted: fit, failed };
		failed.push({ model, reason: fit.unfit });
	}
	return { failed, fitted: null };
}
