// What a script adds to pages that are whole without it.
import { offerCopying } from './copy';
import { openFilters } from './filters';
import { focusErrors, warnBeforeLeaving } from './forms';
import { showSaved, offerSaving } from './saved';
import { offerSuggestions } from './suggest';

offerSuggestions(document);
offerSaving(document);
showSaved(document);
offerCopying(document);
openFilters(document);
focusErrors(document);
warnBeforeLeaving(document);
