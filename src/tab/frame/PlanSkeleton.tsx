/** The shape of the plan while it is being read; index.html paints the same before any script runs. */
export function PlanSkeleton() {
  return (
    <main className="skeleton" aria-busy="true" aria-label="Opening the plan">
      <div className="skeleton-title" />
      <div className="skeleton-bar" />
      <div className="skeleton-tools" />
      <div className="skeleton-rows" />
    </main>
  );
}
