"""The pages of the registries: for officials, for the persons concerned, for firms."""
