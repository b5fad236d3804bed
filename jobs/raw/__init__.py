"""Retention and the EEA asked of rows themselves, in a pipeline that has Great Expectations.

The one package that knows both sides: what is asked comes from policy and dataset, and the rows
are read as a sweep reads them, by the same functions, so that both give the same verdict. Nothing
of ours imports it; to import it registers its expectations. They answer with counts alone: no
result format makes Great Expectations see a row.

    import great_expectations as gx
    from jobs.raw.suite import raw_suite
    from jobs.standard import standard

    declared = standard(Path("conf"), "klassekoffie").declared("bestellingen", date.today())
    context = gx.get_context(mode="ephemeral")
    batches = (
        context.data_sources.add_spark("rijen", persist=False)
        .add_dataframe_asset("bestellingen")
        .add_batch_definition_whole_dataframe("bij het schrijven")
    )
    checkpoint = gx.Checkpoint(
        name="bestellingen",
        validation_definitions=[
            context.validation_definitions.add(
                gx.ValidationDefinition(
                    name="bestellingen",
                    data=batches,
                    suite=context.suites.add(raw_suite(declared)),
                )
            )
        ],
    )
    outcome = context.checkpoints.add(checkpoint).run(
        batch_parameters={"dataframe": frame}, expectation_parameters={"as_of": "2026-11-22"}
    )
    if outcome.success:
        frame.write.mode("append").saveAsTable("bestellingen")

Works on a classic Spark session; on Spark Connect each question ends as not answered.
"""

from jobs.raw.kept_within_term import ExpectRowsToBeKeptWithinTheirTerm
from jobs.raw.stays_in_the_eea import ExpectRowsToStayInTheEea

__all__ = ["ExpectRowsToBeKeptWithinTheirTerm", "ExpectRowsToStayInTheEea"]
