import { api, type Answer } from '../api/client';
import { useLanguage, useWords } from '../shell/language';
import { CheckboxesField, TextField } from '../ui/fields';
import { labels } from '../words/labels';
import { peopleWords } from './people-words';

type Kind = Answer<'PersonAnswer'>['organisation']['kind'];

export interface PersonForm {
  name: string;
  email: string;
  roles: string[];
  categories: string[];
}

/** Name, roles and, for a category manager, categories: what can be changed of a person. */
export function PersonFields({ kind, roles }: { readonly kind: Kind; readonly roles: readonly string[] }) {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const known = api.useQuery('get', '/roles');
  const categories = api.useQuery('get', '/procurement-categories');
  const fitting = known.data?.items.filter(({ organisationKinds }) => organisationKinds.includes(kind)) ?? [];
  return (
    <>
      <TextField name="name" label={t.name} hint={t.nameHint} maxLength={100} />
      <CheckboxesField
        name="roles"
        label={t.roles}
        options={fitting.map(({ role }) => ({ value: role, label: labels[language].role[role] }))}
      />
      {roles.includes('CATEGORY_MANAGER') && (
        <CheckboxesField
          name="categories"
          label={t.categories}
          hint={t.categoriesHint}
          options={categories.data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? []}
        />
      )}
    </>
  );
}
