import { usageFields, usageViews } from '../../../domain/activity/usage';
import { usageExample } from '../../../domain/activity/examples/usageExample';
import { describeExample } from '../../support/activity';

const { columns, windows, since } = usageExample;
describeExample(usageFields, usageViews(columns, windows, () => since)(0));
