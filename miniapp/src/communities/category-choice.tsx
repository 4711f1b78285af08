import type { CatalogueEntry } from '@little-bench/shared/communities/contract'
import { useText } from '../platform/i18n/text'
import { ChoiceList } from '../ui/choice-list'
import { categoryText } from './category.text'
import { CategoryDetails } from './category-details'

interface CategoryChoiceProps {
  catalogue: readonly CatalogueEntry[]
  category: CatalogueEntry | undefined
  isMissing: boolean
  onChoose: (serviceCode: string | null) => void
  onTellAnyway: () => void
}

/** What is it? The list gives way to what one should know about the chosen category. */
export const CategoryChoice = ({ catalogue, category, isMissing, onChoose, onTellAnyway }: CategoryChoiceProps) => {
  const t = useText(categoryText)
  if (category)
    return <CategoryDetails category={category} onOther={() => onChoose(null)} onTellAnyway={onTellAnyway} />
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
        note: entry.duty === 'not_ours' ? t('notOursNote') : undefined,
      }))}
      value={null}
      onChange={onChoose}
    />
  )
}
