/** The room of a view while it is being fetched. */
export function ViewSkeleton({ name }: { name: string }) {
  return (
    <output className="view-skeleton" aria-label={`Opening ${name}`}>
      <span className="skeleton-lines" />
    </output>
  );
}
