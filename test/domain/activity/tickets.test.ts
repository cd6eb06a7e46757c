import { ticketsExample } from '../../../domain/activity/examples/ticketsExample';
import { ticketFields, ticketViews } from '../../../domain/activity/tickets';
import { describeExample } from '../../support/activity';

const { columns, windows, since } = ticketsExample;
describeExample(ticketFields, ticketViews(columns, windows, () => since)(0));
