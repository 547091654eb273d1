/** The shape of the plan while it is being read; index.html paints the same before any script runs. */
export function PlanSkeleton() {
  return (
    <>
      <p className="skeleton-slow">
        This takes longer than usual. The plan is still on its way; there is nothing that you have
        to do.
      </p>
      <main className="skeleton" aria-busy="true" aria-label="Opening the plan">
        <div className="skeleton-title" />
        <div className="skeleton-bar" />
        <div className="skeleton-tools" />
        <div className="skeleton-rows" />
      </main>
    </>
  );
}
