import { contactFields, contactViews } from '../../../domain/activity/contacts';
import { contactsExample } from '../../../domain/activity/examples/contactsExample';
import { describeExample } from '../../support/activity';

const { columns, windows, since } = contactsExample;
describeExample(contactFields, contactViews(columns, windows, () => since)(0));
