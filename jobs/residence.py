"""In which country a dataset lies, where conf names its cloud region instead."""

from collections.abc import Iterable

from jobs.model import Constant, Dataset, Residency


def placed(datasets: Iterable[Dataset], residency: Residency) -> tuple[Dataset, ...]:
    """The datasets, those with a known region given its country.

    A region that is not listed leaves the country unknown, which is judged a gap.
    """
    return tuple(
        dataset.model_copy(update={"country": Constant(constant=country), "region": None})
        if dataset.region and (country := residency.regions.get(dataset.region))
        else dataset
        for dataset in datasets
    )
