import { paymentsExample } from '../../../domain/activity/examples/paymentsExample';
import { paymentFields, paymentViews } from '../../../domain/activity/payments';
import { describeExample } from '../../support/activity';

const { columns, windows, since } = paymentsExample;
describeExample(paymentFields, paymentViews(columns, windows, () => since)(0));
