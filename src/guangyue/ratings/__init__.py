"""好差评和吐槽找茬: how people judge the service, and what becomes of it."""
