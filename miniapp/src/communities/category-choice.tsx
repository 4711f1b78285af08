import type { CatalogueEntry } from '@little-bench/shared/communities/contract'
import { type Translate, useText } from '../platform/i18n/text'
import type { ActingFor } from '../platform/session'
import { ChoiceList } from '../ui/choice-list'
import { categoryText } from './category.text'
import { CategoryDetails } from './category-details'
import { isOnlyInPerson } from './only-in-person'

interface CategoryChoiceProps {
  catalogue: readonly CatalogueEntry[]
  category: CatalogueEntry | undefined
  isMissing: boolean
  /** For whom a proxy chooses; what only the person says is marked. */
  actingFor?: ActingFor | null
  onChoose: (serviceCode: string | null) => void
  onTellAnyway: () => void
}

/** What is it? The list gives way to what one should know about the chosen category. */
export const CategoryChoice = ({
  catalogue,
  category,
  isMissing,
  actingFor = null,
  onChoose,
  onTellAnyway,
}: CategoryChoiceProps) => {
  const t = useText(categoryText)
  if (category)
    return (
      <CategoryDetails
        category={category}
        actingFor={actingFor}
        onOther={() => onChoose(null)}
        onTellAnyway={onTellAnyway}
      />
    )
  return (
    <ChoiceList<string>
      label={t('category')}
      hint={t('categoryHint')}
      error={isMissing ? t('categoryMissing') : undefined}
      hasSearch
      choices={catalogue.map((entry) => ({
        value: entry.serviceCode,
        name: entry.name,
        group: entry.group,
        note: noteOf(entry, actingFor, t),
      }))}
      value={null}
      onChange={onChoose}
    />
  )
}

const noteOf = (entry: CatalogueEntry, actingFor: ActingFor | null, t: Translate<typeof categoryText>) => {
  if (isOnlyInPerson(entry, actingFor)) return t('inPersonNote')
  return entry.duty === 'not_ours' ? t('notOursNote') : undefined
}
